/*
 * Author: what a trainer wants to know about scenarios beyond "is it sound":
 * a picture of the call, what changed between two editions, which mistakes
 * nobody would notice, which behaviours nothing exercises; and files to begin
 * with and to translate.
 *
 * Everything here works on models and documents that are loaded already, and
 * on texts. Nothing here opens a database, draws or prints.
 */
#ifndef RAPPORT_AUTHOR_H
#define RAPPORT_AUTHOR_H

#include "rapport/solve.h"

#endif
