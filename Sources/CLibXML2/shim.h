// libxml2: web pages and Moodle XML. Its headers draw in ICU for a structure that is not used here, and Foundation brings
// another ICU with it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
