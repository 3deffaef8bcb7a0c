rp_test(screens/test_screens.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c LABELS ui)
rp_test(screens/test_speech.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c LABELS "ui;golden")
rp_test(screens/test_flow.c LIBS rp_window rp_screens rp_app
        SOURCES screens/journey.c LABELS ui)
