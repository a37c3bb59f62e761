// mallopt(3), which Swift's own Glibc module leaves out.
#include <malloc.h>
