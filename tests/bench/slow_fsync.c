// Preloaded, makes every fsync and fdatasync take one millisecond and nothing else: a quiet disk that is the same for
// all, for a database on tmpfs.
#include <time.h>

static int one_millisecond(void) {
    struct timespec pause = {0, 1000000};
    nanosleep(&pause, 0);
    return 0;
}

int fsync(int file) {
    (void)file;
    return one_millisecond();
}

int fdatasync(int file) {
    (void)file;
    return one_millisecond();
}
