# The toolkit against a text service of plain arithmetic.
foreach(name layout focus input field text draw spoken memory theme scroll)
    rp_test(ui/test_${name}.c LIBS rp_ui SOURCES ui/ui_kit.c)
endforeach()
