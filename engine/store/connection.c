/*
 * A connection with every safeguard switched on before the first statement:
 * nothing in the file can make SQLite run what we did not write.
 */
#include "store_internal.h"

enum {
    BUSY_MS = 2000,
    VALUE_BYTES_MAX = RP_STORE_BODY_MAX + (1 << 20),
    SQL_BYTES_MAX = 1 << 16,
    COLUMNS_MAX = 64,
    PARAMS_MAX = 64
};

typedef struct switch_setting {
    int option;
    int value;
} switch_setting;

static const switch_setting switches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

/* VACUUM attaches one database of its own. */
static const switch_setting limits[] = {
    {SQLITE_LIMIT_LENGTH, VALUE_BYTES_MAX},
    {SQLITE_LIMIT_SQL_LENGTH, SQL_BYTES_MAX},
    {SQLITE_LIMIT_COLUMN, COLUMNS_MAX},
    {SQLITE_LIMIT_VARIABLE_NUMBER, PARAMS_MAX},
    {SQLITE_LIMIT_ATTACHED, 1},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

/* secure_delete: what is deleted is overwritten, so that erasing erases. */
static const char pragmas[] = "PRAGMA cell_size_check = ON;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON";

static int configure(sqlite3 *db, uint32_t busy_ms)
{
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        int code = sqlite3_db_config(db, switches[i].option, switches[i].value,
                                     (int *)NULL);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        (void)sqlite3_limit(db, limits[i].option, limits[i].value);
    }
    return sqlite3_busy_timeout(db, busy_ms != 0 ? (int)busy_ms : BUSY_MS);
}

int connection_open(const char *path, const rp_store_options *options,
                    sqlite3 **db)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    bool is_memory = path[0] == '\0';
    const char *name = is_memory ? ":memory:" : path;

    if (is_memory) {
        flags |= SQLITE_OPEN_CREATE;
    }
    int code =
        sqlite3_open_v2(name, db, flags, is_memory ? NULL : options->vfs);
    if (code == SQLITE_OK) {
        code = configure(*db, options->busy_ms);
    }
    return code == SQLITE_OK ? sqlite3_exec(*db, pragmas, NULL, NULL, NULL)
                             : code;
}
