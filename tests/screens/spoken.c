#include "spoken.h"

#include <stdio.h>

#include "support/test.h"

void spoken_screen(const journey_run *journey, rp_text *out)
{
    ui_node_info node;

    for (int i = 0; i < ui_node_count(journey->ui); i++) {
        size_t before = out->length;
        ui_node_at(journey->ui, i, &node);
        if (!node.is_spoken) {
            continue;
        }
        ui_spoken(journey->ui, i, out);
        if (out->length > before) {
            rp_text_puts(out, "\n");
        }
    }
}

void spoken_golden(const char *name, char text[SPOKEN_TEXT_MAX])
{
    char path[512];

    (void)snprintf(path, sizeof path, RP_SOURCE_DIR "/tests/golden/%s", name);
    text[0] = '\0';
    FILE *file = fopen(path, "rb");
    if (file != NULL) {
        text[fread(text, 1, SPOKEN_TEXT_MAX - 1, file)] = '\0';
        assert_int_equal(fclose(file), 0);
    }
}

void spoken_keep(const char *name, const rp_text *spoken)
{
    char path[512];

    (void)snprintf(path, sizeof path, RP_BUILD_DIR "/%s", name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(spoken->bytes, 1, spoken->length, file),
                     spoken->length);
    assert_int_equal(fclose(file), 0);
}
