// The one thread that decides and commits. The outcome of a step is posted to the I/O thread; a failure ends the loop
// and is reported once, after which nothing more is decided.
#pragma once

#include <exception>
#include <thread>

#include "canteen/app/writer/writer_pump.h"

namespace canteen {

using Post = std::function<void(std::function<void()>)>;  // runs the function on the I/O thread, in order

class WriterThread {
public:
    // `deliver` runs on the I/O thread, also for an empty batch: it shows that the writer is alive. `failed` runs on
    // the writer's thread; the process is expected to end.
    WriterThread(Inbox& inbox, WriterPump& pump, Post post, std::function<void(CommittedBatch)> deliver,
                 std::function<void(std::exception_ptr)> failed);
    // Closes the inbox, lets the writer finish what waits, and joins.
    ~WriterThread();
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

private:
    void run();

    Inbox& inbox_;
    WriterPump& pump_;
    Post post_;
    std::function<void(CommittedBatch)> deliver_;
    std::function<void(std::exception_ptr)> failed_;
    std::thread thread_;  // last: starts when all is there
};

}  // namespace canteen
