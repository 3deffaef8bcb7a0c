# The Debian package; `./dev deb` makes it. What a package needs beyond the
# installed files stands here: what it depends on, and what Debian's policy
# wants to find in it.

set(RP_DEBIAN ${RP_DESKTOP}/debian)

configure_file(${RP_DEBIAN}/changelog ${pages}/changelog COPYONLY)
packed(changelog)
add_custom_target(rapport-changelog ALL DEPENDS ${pages}/changelog.gz)
install(FILES ${RP_DEBIAN}/copyright ${pages}/changelog.gz
        DESTINATION share/doc/rapport)
install(FILES ${RP_DEBIAN}/lintian-overrides RENAME rapport
        DESTINATION share/lintian/overrides)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rapport)
set(CPACK_PACKAGE_VENDOR "The Rapport authors")
set(CPACK_PACKAGE_CONTACT "The Rapport authors <rapport@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "flight simulator for customer conversations")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"You pick up the phone, a customer is angry, and there are a few things you
could say. Their mood moves with every one of them. Afterwards Rapport tells
you, reply by reply, what it did, why, and what would have been better.
.
Conversations are written in Lua by trainers, scored on listening, empathy and
resolution, and recorded so that anyone can replay an attempt later. For every
scenario Rapport proves, over every state the call can reach, what the best run
is. Everything works offline, in English and Simplified Chinese.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Text is drawn in these fonts alone; msgfmt reads the packs' translations.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-noto-cjk, gettext")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "graphviz")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "speech-dispatcher, git")
include(CPack)
