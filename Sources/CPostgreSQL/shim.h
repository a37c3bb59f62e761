// libpq, for a log on a PostgreSQL server.
#include <libpq-fe.h>
