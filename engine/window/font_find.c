/*
 * Which file holds a face, asked of fontconfig. The design's families are
 * needed; a substitute would break every measure, so a missing one is an
 * error that names its Debian package.
 */
#include <stdio.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <strings.h>

#include "window/window_internal.h"

typedef struct face_row {
    const char *family;
    const char *package;
    int weights[2]; /* regular, bold */
} face_row;

static const face_row faces[FONT_FACES] = {
    [UI_FACE_LATIN] = {"Inter",
                       "fonts-inter",
                       {FC_WEIGHT_REGULAR, FC_WEIGHT_DEMIBOLD}},
    [UI_FACE_HAN] = {"Noto Sans CJK SC",
                     "fonts-noto-cjk",
                     {FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD}},
    [UI_FACE_MONO] = {"Noto Sans Mono CJK SC",
                      "fonts-noto-cjk",
                      {FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD}},
};

static bool has_family(FcPattern *match, const char *family)
{
    FcChar8 *name = NULL;
    for (int i = 0;
         FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (strcasecmp((const char *)name, family) == 0) {
            return true;
        }
    }
    return false;
}

static FcPattern *match_face(FcConfig *config, const face_row *face, int weight)
{
    FcPattern *pattern = FcPatternCreate();
    if (pattern == NULL) {
        return NULL;
    }
    FcResult result = FcResultNoMatch;
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)face->family);
    FcPatternAddInteger(pattern, FC_WEIGHT, weight);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *match = FcFontMatch(config, pattern, &result);
    FcPatternDestroy(pattern);
    return match;
}

static rp_status find_one(FcConfig *config, font_file *found, ui_face face,
                          bool is_bold, rp_error *err)
{
    const face_row *row = &faces[face];
    FcPattern *match = match_face(config, row, row->weights[is_bold ? 1 : 0]);
    FcChar8 *path = NULL;
    bool is_found =
        match != NULL && has_family(match, row->family) &&
        FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch;
    rp_status status = RP_OK;
    if (is_found) {
        (void)snprintf(found->path, sizeof found->path, "%s",
                       (const char *)path);
        if (FcPatternGetInteger(match, FC_INDEX, 0, &found->index) !=
            FcResultMatch) {
            found->index = 0;
        }
    } else {
        status = rp_fail(err, RP_E_IO,
                         "the font \"%s\" is not installed; on Debian: "
                         "apt install %s",
                         row->family, row->package);
    }
    if (match != NULL) {
        FcPatternDestroy(match);
    }
    return status;
}

rp_status font_find_all(font_file files[FONT_FACES][2], rp_error *err)
{
    /* A configuration of our own: nobody else's is touched or kept. */
    FcConfig *config = FcInitLoadConfigAndFonts();
    rp_status status = RP_OK;
    for (int i = 0; i < FONT_FACES * 2 && status == RP_OK; i++) {
        status = find_one(config, &files[i / 2][i % 2], (ui_face)(i / 2),
                          i % 2 == 1, err);
    }
    if (config != NULL) {
        FcConfigDestroy(config);
    }
    return status;
}
