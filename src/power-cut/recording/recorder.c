// Writes down what a process does to the files below one folder: which bytes it writes where, what it asks to be synced,
// and what it does to their names. For `npm run power-cut`, which gives it to a child by LD_PRELOAD; Linux only.
//
// TOS_RECORD_ROOT is the folder, absolute and without links; TOS_RECORD_LOG the file that records are appended to. A record
// is written when what it tells has succeeded, except the beginning of a sync, which stands before it: what was recorded
// before that and is of the same file is on the disk at the sync's end. What would change a file in a way that is not
// followed here is recorded as such, so that whoever reads the log can refuse it. read-recording.ts has the layout.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN, TRUNCATED, SYNC_BEGUN, SYNCED, RENAMED, UNLINKED, FOLDER_MADE, FOLDER_REMOVED, LINKED, UNKNOWN };
#define FILES 65536
#define FLAG_EMPTIED 1u

struct head {
  uint32_t kind, process, file, flags, path_bytes, other_bytes, data_bytes, spare;
  uint64_t at;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_bytes;
static int log_file = -1;
static char *paths[FILES];
static struct stat kept[FILES];

#define REAL(result, name, ...)                                        \
  static result (*real)(__VA_ARGS__);                                  \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static void give_up(const char *why) {
  fprintf(stderr, "recorder: %s\n", why);
  _exit(86);
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("TOS_RECORD_ROOT"), *log = getenv("TOS_RECORD_LOG");
  if (!folder || !log || strlen(folder) >= sizeof root) return;
  strcpy(root, folder);
  root_bytes = strlen(root);
  log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_file < 0) give_up("the log cannot be opened");
}

static int is_below(const char *path) {
  return log_file >= 0 && strncmp(path, root, root_bytes) == 0 && (path[root_bytes] == '/' || path[root_bytes] == 0);
}

/** The path in full; empty when it is none of ours. Paths relative to the working folder are none. */
static void full_path(int folder, const char *path, char *out) {
  out[0] = 0;
  if (path[0] == '/') {
    if (is_below(path) && strlen(path) < PATH_MAX) strcpy(out, path);
  } else if (folder >= 0 && folder < FILES && paths[folder]) {
    if (snprintf(out, PATH_MAX, "%s/%s", paths[folder], path) >= PATH_MAX) give_up("a path is too long");
  }
}

/** Under the lock, or at the place where the order of records is decided. */
static void record(uint32_t kind, int file, uint32_t flags, uint64_t at, const char *path, const char *other, const void *data, size_t bytes) {
  struct head head = {kind, (uint32_t)getpid(), (uint32_t)file, flags, (uint32_t)strlen(path), (uint32_t)strlen(other), (uint32_t)bytes, 0, at};
  struct iovec parts[4] = {{&head, sizeof head}, {(void *)path, head.path_bytes}, {(void *)other, head.other_bytes}, {(void *)data, bytes}};
  size_t all = sizeof head + head.path_bytes + head.other_bytes + bytes;
  int before = errno;
  pthread_mutex_lock(&lock);
  if (syscall(SYS_writev, log_file, parts, 4) != (long)all) give_up("the log cannot be written");
  pthread_mutex_unlock(&lock);
  errno = before;
}

/** Not every close is seen (libuv asks the kernel itself): a number may be another file's by now. */
static int is_ours(int file) {
  struct stat now;
  if (file < 0 || file >= FILES || paths[file] == NULL) return 0;
  int before = errno;
  int is = fstat(file, &now) == 0 && now.st_ino == kept[file].st_ino && now.st_dev == kept[file].st_dev;
  errno = before;
  return is;
}

static void unknown(int file, const char *what) {
  if (is_ours(file)) record(UNKNOWN, file, 0, 0, what, paths[file], "", 0);
}

static void opened(int file, const char *path, int flags) {
  if (file < 0 || path[0] == 0) return;
  if (file >= FILES) give_up("too many files are open");
  free(paths[file]);
  paths[file] = strdup(path);
  if (paths[file] == NULL || fstat(file, &kept[file]) != 0) give_up("a file cannot be followed");
  record(OPENED, file, flags & O_TRUNC ? FLAG_EMPTIED : 0, 0, path, "", "", 0);
}

#define OPEN(name)                                                     \
  int name(const char *path, int flags, ...) {                         \
    REAL(int, name, const char *, int, ...);                           \
    va_list rest;                                                      \
    va_start(rest, flags);                                             \
    mode_t mode = va_arg(rest, mode_t);                                \
    va_end(rest);                                                      \
    char full[PATH_MAX];                                               \
    full_path(-1, path, full);                                         \
    int file = real(path, flags, mode);                                \
    opened(file, full, flags);                                         \
    return file;                                                       \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                   \
  int name(int folder, const char *path, int flags, ...) {             \
    REAL(int, name, int, const char *, int, ...);                      \
    va_list rest;                                                      \
    va_start(rest, flags);                                             \
    mode_t mode = va_arg(rest, mode_t);                                \
    va_end(rest);                                                      \
    char full[PATH_MAX];                                               \
    full_path(folder, path, full);                                     \
    int file = real(folder, path, flags, mode);                        \
    opened(file, full, flags);                                         \
    return file;                                                       \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int file) {
  REAL(int, close, int);
  if (file == log_file && log_file >= 0) return 0;
  if (file >= 0 && file < FILES && paths[file] != NULL) {
    free(paths[file]);
    paths[file] = NULL;
  }
  return real(file);
}

#define PWRITE(name)                                                                     \
  ssize_t name(int file, const void *data, size_t bytes, off_t at) {                     \
    REAL(ssize_t, name, int, const void *, size_t, off_t);                               \
    ssize_t done = real(file, data, bytes, at);                                          \
    if (done > 0 && is_ours(file)) record(WRITTEN, file, 0, (uint64_t)at, "", "", data, (size_t)done); \
    return done;                                                                         \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int file, const void *data, size_t bytes) {
  REAL(ssize_t, write, int, const void *, size_t);
  ssize_t done = real(file, data, bytes);
  if (done > 0 && is_ours(file)) {
    off_t end = lseek(file, 0, SEEK_CUR);
    record(WRITTEN, file, 0, (uint64_t)(end - done), "", "", data, (size_t)done);
  }
  return done;
}

static void recorded_parts(int file, const struct iovec *parts, int count, ssize_t done, off_t at) {
  for (int i = 0; i < count && done > 0; i++) {
    size_t bytes = parts[i].iov_len < (size_t)done ? parts[i].iov_len : (size_t)done;
    if (bytes > 0) record(WRITTEN, file, 0, (uint64_t)at, "", "", parts[i].iov_base, bytes);
    at += (off_t)bytes;
    done -= (ssize_t)bytes;
  }
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  ssize_t done = real(file, parts, count);
  if (done > 0 && is_ours(file)) recorded_parts(file, parts, count, done, lseek(file, 0, SEEK_CUR) - done);
  return done;
}

#define PWRITEV(name)                                                              \
  ssize_t name(int file, const struct iovec *parts, int count, off_t at) {         \
    REAL(ssize_t, name, int, const struct iovec *, int, off_t);                    \
    ssize_t done = real(file, parts, count, at);                                   \
    if (done > 0 && is_ours(file)) recorded_parts(file, parts, count, done, at);   \
    return done;                                                                   \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)

#define FTRUNCATE(name)                                                                      \
  int name(int file, off_t size) {                                                           \
    REAL(int, name, int, off_t);                                                             \
    int result = real(file, size);                                                           \
    if (result == 0 && is_ours(file)) record(TRUNCATED, file, 0, (uint64_t)size, "", "", "", 0); \
    return result;                                                                           \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define SYNC(name)                                                     \
  int name(int file) {                                                 \
    REAL(int, name, int);                                              \
    int ours = is_ours(file);                                          \
    if (ours) record(SYNC_BEGUN, file, 0, 0, "", "", "", 0);           \
    int result = real(file);                                           \
    if (ours && result == 0) record(SYNCED, file, 0, 0, "", "", "", 0); \
    return result;                                                     \
  }
SYNC(fsync)
SYNC(fdatasync)

static void moved(uint32_t kind, const char *from, const char *to) {
  if (from[0] == 0 && to[0] == 0) return;
  if (from[0] == 0 || to[0] == 0) record(UNKNOWN, -1, 0, 0, "a file moved in or out", from[0] ? from : to, "", 0);
  else record(kind, -1, 0, 0, from, to, "", 0);
}

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  char a[PATH_MAX], b[PATH_MAX];
  full_path(-1, from, a);
  full_path(-1, to, b);
  int result = real(from, to);
  if (result == 0) moved(RENAMED, a, b);
  return result;
}

int link(const char *from, const char *to) {
  REAL(int, link, const char *, const char *);
  char a[PATH_MAX], b[PATH_MAX];
  full_path(-1, from, a);
  full_path(-1, to, b);
  int result = real(from, to);
  if (result == 0) moved(LINKED, a, b);
  return result;
}

static void named(uint32_t kind, const char *path) {
  if (path[0] != 0) record(kind, -1, 0, 0, path, "", "", 0);
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  char full[PATH_MAX];
  full_path(-1, path, full);
  int result = real(path);
  if (result == 0) named(UNLINKED, full);
  return result;
}

int unlinkat(int folder, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int);
  char full[PATH_MAX];
  full_path(folder, path, full);
  int result = real(folder, path, flags);
  if (result == 0) named(flags & AT_REMOVEDIR ? FOLDER_REMOVED : UNLINKED, full);
  return result;
}

int remove(const char *path) {
  REAL(int, remove, const char *);
  char full[PATH_MAX];
  full_path(-1, path, full);
  struct stat what;
  int is_folder = lstat(path, &what) == 0 && S_ISDIR(what.st_mode);
  int result = real(path);
  if (result == 0) named(is_folder ? FOLDER_REMOVED : UNLINKED, full);
  return result;
}

int rmdir(const char *path) {
  REAL(int, rmdir, const char *);
  char full[PATH_MAX];
  full_path(-1, path, full);
  int result = real(path);
  if (result == 0) named(FOLDER_REMOVED, full);
  return result;
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  char full[PATH_MAX];
  full_path(-1, path, full);
  int result = real(path, mode);
  if (result == 0) named(FOLDER_MADE, full);
  return result;
}

char *mkdtemp(char *path) {
  REAL(char *, mkdtemp, char *);
  char *made = real(path);
  if (made && is_below(made)) named(FOLDER_MADE, made);
  return made;
}

// What is not followed: seen, it makes the recording useless instead of wrong.

#define ALLOCATE(name)                                                 \
  int name(int file, off_t at, off_t bytes) {                          \
    REAL(int, name, int, off_t, off_t);                                \
    unknown(file, #name);                                              \
    return real(file, at, bytes);                                      \
  }
ALLOCATE(posix_fallocate)
ALLOCATE(posix_fallocate64)

#define FALLOCATE(name)                                                \
  int name(int file, int mode, off_t at, off_t bytes) {                \
    REAL(int, name, int, int, off_t, off_t);                           \
    unknown(file, #name);                                              \
    return real(file, mode, at, bytes);                                \
  }
FALLOCATE(fallocate)
FALLOCATE(fallocate64)

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t bytes, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  unknown(to, "copy_file_range");
  return real(from, from_at, to, to_at, bytes, flags);
}

#define SENDFILE(name)                                                 \
  ssize_t name(int to, int from, off_t *at, size_t bytes) {            \
    REAL(ssize_t, name, int, int, off_t *, size_t);                    \
    unknown(to, #name);                                                \
    return real(to, from, at, bytes);                                  \
  }
SENDFILE(sendfile)
SENDFILE(sendfile64)

/** SQLite's index of a log is no part of what it keeps: opening makes it anew. */
static int is_index(int file) {
  size_t bytes = strlen(paths[file]);
  return bytes > 4 && strcmp(paths[file] + bytes - 4, "-shm") == 0;
}

#define MMAP(name)                                                                            \
  void *name(void *near, size_t bytes, int protection, int flags, int file, off_t at) {      \
    REAL(void *, name, void *, size_t, int, int, int, off_t);                                 \
    if (protection & PROT_WRITE && flags & MAP_SHARED && is_ours(file) && !is_index(file))    \
      unknown(file, #name);                                                                   \
    return real(near, bytes, protection, flags, file, at);                                    \
  }
MMAP(mmap)
MMAP(mmap64)

int truncate(const char *path, off_t size) {
  REAL(int, truncate, const char *, off_t);
  if (is_below(path)) record(UNKNOWN, -1, 0, 0, "truncate", path, "", 0);
  return real(path, size);
}

int symlink(const char *target, const char *path) {
  REAL(int, symlink, const char *, const char *);
  if (is_below(path)) record(UNKNOWN, -1, 0, 0, "symlink", path, "", 0);
  return real(target, path);
}

#define DUP(name)                                                      \
  int name(int file, int other) {                                      \
    REAL(int, name, int, int);                                         \
    unknown(file, #name);                                              \
    return real(file, other);                                          \
  }
DUP(dup2)

int dup(int file) {
  REAL(int, dup, int);
  unknown(file, "dup");
  return real(file);
}
