# The toolkit against a text service of plain arithmetic.
foreach(name layout focus input field text draw spoken memory theme scroll pace rows
        reader touch graph tip)
    rp_test(ui/test_${name}.c LIBS rp_ui SOURCES ui/ui_kit.c)
endforeach()
