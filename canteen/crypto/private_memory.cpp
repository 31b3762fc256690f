#include "canteen/crypto/private_memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace canteen {

void keep_memory_private() {
    ::umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__  // its leak check looks at the process from outside
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

}  // namespace canteen
