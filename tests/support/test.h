/*
 * What every test includes: cmocka, with the four standard headers it wants
 * before it.
 */
#ifndef RAPPORT_TEST_H
#define RAPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
