// Preloaded, counts what a server does an order: SQL steps and statements prepared, allocations, writes and syncs. The
// counts stand in the file that CANTEEN_BENCH_COUNTS names, so that they can be read while it runs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum { steps, prepares, allocations, writes, syncs, kinds };

static _Atomic unsigned long before_the_file[kinds];
static _Atomic unsigned long* counts = before_the_file;

__attribute__((constructor)) static void open_counts(void) {
    const char* path = getenv("CANTEEN_BENCH_COUNTS");
    int file = path ? open(path, O_RDWR | O_CREAT, 0600) : -1;
    if (file < 0 || ftruncate(file, sizeof before_the_file) != 0) return;
    void* mapped = mmap(0, sizeof before_the_file, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) counts = mapped;
    close(file);
}

#define COUNTED(kind, result, name, parameters, arguments)               \
    result name parameters {                                             \
        static result(*next) parameters;                                 \
        if (!next) *(void**)&next = dlsym(RTLD_NEXT, #name);             \
        atomic_fetch_add_explicit(&counts[kind], 1, memory_order_relaxed); \
        return next arguments;                                           \
    }

COUNTED(steps, int, sqlite3_step, (void* statement), (statement))
COUNTED(prepares, int, sqlite3_prepare_v2, (void* db, const char* sql, int bytes, void** made, const char** rest),
        (db, sql, bytes, made, rest))
COUNTED(prepares, int, sqlite3_prepare_v3,
        (void* db, const char* sql, int bytes, unsigned flags, void** made, const char** rest),
        (db, sql, bytes, flags, made, rest))
COUNTED(writes, ssize_t, pwrite64, (int file, const void* bytes, size_t size, off_t at), (file, bytes, size, at))
COUNTED(syncs, int, fdatasync, (int file), (file))
COUNTED(syncs, int, fsync, (int file), (file))

// C++'s operator new, by its names in the binary; and malloc, which C libraries call.
COUNTED(allocations, void*, _Znwm, (size_t size), (size))
COUNTED(allocations, void*, _Znam, (size_t size), (size))
COUNTED(allocations, void*, _ZnwmSt11align_val_t, (size_t size, size_t align), (size, align))
COUNTED(allocations, void*, malloc, (size_t size), (size))
