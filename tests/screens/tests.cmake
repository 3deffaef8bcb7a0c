rp_test(screens/test_screens.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c screens/record_show.c screens/studio_show.c
        LABELS ui)
# Each look in a test of its own: they run side by side.
set_tests_properties(screens/screens PROPERTIES
    ENVIRONMENT "RP_SKIP=*_holds_in_*")
foreach(language english chinese)
    foreach(look at_1280 at_1024 at_1920 at_150 at_200 on_a_fine)
        set(name screens/screens-${language}-${look})
        add_test(NAME ${name} COMMAND test_screens_screens)
        set_tests_properties(${name} PROPERTIES
            ENVIRONMENT "RP_ONLY=*_holds_in_${language}_${look}*"
            LABELS ui TIMEOUT 600)
    endforeach()
endforeach()
rp_test(screens/test_speech.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c screens/record_show.c screens/spoken.c
        LABELS "ui;golden")
rp_test(screens/test_flow.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c LABELS ui)
rp_test(screens/test_call.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c LABELS ui)

rp_test(screens/test_gallery.c LIBS rp_window rp_screens m LABELS ui)

# Golden pictures, and what compares them.
rp_test(screens/test_pixels.c LIBS m SOURCES support/pixels.c LABELS ui)
rp_test(screens/test_pictures.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c support/pixels.c LABELS "ui;golden")
set_tests_properties(screens/pictures PROPERTIES
    ENVIRONMENT SDL_VIDEODRIVER=dummy)
add_dependencies(test_screens_pictures rapport-helper rapport-locale)
rp_test(screens/test_match.c LIBS rp_screens)
rp_test(screens/test_record.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c screens/record_show.c LABELS ui)
rp_test(screens/test_studio.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c screens/studio_show.c screens/spoken.c
        LABELS "ui;golden")
add_dependencies(test_screens_studio rapport-helper rapport-locale)
rp_test(screens/test_heard.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c window/fake_voice.c LABELS ui)
