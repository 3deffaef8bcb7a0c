foreach(name arena text utf8 json names random calendar digest process file
        sentence)
    rp_test(base/test_${name}.c LIBS rp_base)
endforeach()
