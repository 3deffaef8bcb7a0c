# What `cmake --install` puts where, under any prefix and DESTDIR. The program
# finds its own things from where it lies (engine/base/beside.c), so the places
# below it are fixed; tests/desktop/install.sh holds them.

set(RP_SHARE share/rapport)
set(RP_DESKTOP ${CMAKE_SOURCE_DIR}/assets/desktop)

# A build folder looks to the program like a prefix.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/${RP_SHARE}
     ${CMAKE_BINARY_DIR}/libexec/rapport)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/assets
     ${CMAKE_BINARY_DIR}/${RP_SHARE}/assets SYMBOLIC)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/scenarios
     ${CMAKE_BINARY_DIR}/${RP_SHARE}/packs SYMBOLIC)
file(CREATE_LINK ../locale ${CMAKE_BINARY_DIR}/share/locale SYMBOLIC)
file(CREATE_LINK ../../rapport-helper
     ${CMAKE_BINARY_DIR}/libexec/rapport/rapport-helper SYMBOLIC)

install(TARGETS rapport RUNTIME DESTINATION bin)
install(TARGETS rapport-helper RUNTIME DESTINATION libexec/rapport)

# What the window paints with: every folder of assets/ that is not made into
# something else.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/assets/ DESTINATION ${RP_SHARE}/assets
        PATTERN CMakeLists.txt EXCLUDE
        PATTERN desktop EXCLUDE
        PATTERN locale EXCLUDE
        PATTERN lua EXCLUDE
        PATTERN pictures EXCLUDE
        PATTERN templates EXCLUDE)

# Packs are the folders that hold a pack.lua.
file(GLOB packs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scenarios/*/pack.lua)
foreach(pack ${packs})
    get_filename_component(folder ${pack} DIRECTORY)
    install(DIRECTORY ${folder} DESTINATION ${RP_SHARE}/packs
            PATTERN ".*" EXCLUDE)
endforeach()
install(DIRECTORY ${CMAKE_BINARY_DIR}/locale/ DESTINATION share/locale)

# The desktop.
install(FILES ${RP_DESKTOP}/rapport.desktop DESTINATION share/applications)
install(FILES ${RP_DESKTOP}/rapport.metainfo.xml DESTINATION share/metainfo)
install(FILES ${RP_DESKTOP}/rapport-mime.xml DESTINATION share/mime/packages
        RENAME rapport.xml)
foreach(side 48 128 256)
    install(FILES ${RP_DESKTOP}/icons/rapport-${side}.png
            DESTINATION share/icons/hicolor/${side}x${side}/apps
            RENAME rapport.png)
endforeach()
install(FILES ${RP_DESKTOP}/icons/rapport.svg
        DESTINATION share/icons/hicolor/scalable/apps)
install(FILES ${RP_DESKTOP}/icons/rapport-symbolic.svg
        DESTINATION share/icons/hicolor/symbolic/apps)

# For trainers who read: the authors' guide.
install(FILES ${CMAKE_SOURCE_DIR}/scenarios/README.md
              ${CMAKE_SOURCE_DIR}/scenarios/FAULTS.md
        DESTINATION share/doc/rapport/scenarios)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/scenarios/guide
        DESTINATION share/doc/rapport/scenarios)

# Manual pages and completion: the built program prints them, so that they
# say what it says.
find_program(GZIP gzip REQUIRED)
set(pages ${CMAKE_BINARY_DIR}/pages)
set(page_files)

# page(FILE ARGUMENT…): what `rapport ARGUMENT…` prints becomes FILE.
function(page file)
    get_filename_component(folder ${pages}/${file} DIRECTORY)
    add_custom_command(
        OUTPUT ${pages}/${file}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND rapport ${ARGN} > ${pages}/${file}
        DEPENDS rapport rapport-locale
        COMMENT "Printing ${file}"
        VERBATIM)
    set(page_files ${page_files} ${pages}/${file} PARENT_SCOPE)
endfunction()

# packed(FILE): FILE.gz beside it, the same bytes each time.
function(packed file)
    add_custom_command(
        OUTPUT ${pages}/${file}.gz
        COMMAND ${GZIP} -9nkf ${pages}/${file}
        DEPENDS ${pages}/${file}
        VERBATIM)
    set(page_files ${page_files} ${pages}/${file}.gz PARENT_SCOPE)
endfunction()

page(man1/rapport.1 manual --lang en)
packed(man1/rapport.1)
page(zh_CN/man1/rapport.1 manual --lang zh)
packed(zh_CN/man1/rapport.1)
page(rapport.bash completion bash --lang en)
page(rapport.zsh completion zsh --lang en)
page(rapport.fish completion fish --lang en)
add_custom_target(rapport-pages ALL DEPENDS ${page_files})

install(FILES ${pages}/man1/rapport.1.gz DESTINATION share/man/man1)
install(FILES ${pages}/zh_CN/man1/rapport.1.gz
        DESTINATION share/man/zh_CN/man1)
install(FILES ${pages}/rapport.bash RENAME rapport
        DESTINATION share/bash-completion/completions)
install(FILES ${pages}/rapport.zsh RENAME _rapport
        DESTINATION share/zsh/vendor-completions)
install(FILES ${pages}/rapport.fish RENAME rapport.fish
        DESTINATION share/fish/vendor_completions.d)
