// SQLite, for reading Anki's collections.
#include <sqlite3.h>
