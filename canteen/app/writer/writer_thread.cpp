#include "canteen/app/writer/writer_thread.h"

#include <memory>
#include <utility>

namespace canteen {

WriterThread::WriterThread(Inbox& inbox, WriterPump& pump, Post post, std::function<void(CommittedBatch)> deliver,
                           std::function<void(std::exception_ptr)> failed)
    : inbox_(inbox),
      pump_(pump),
      post_(std::move(post)),
      deliver_(std::move(deliver)),
      failed_(std::move(failed)),
      thread_([this] { run(); }) {}

WriterThread::~WriterThread() {
    inbox_.close();
    thread_.join();
}

void WriterThread::run() {
    try {
        while (inbox_.wait(tick_every)) {
            auto batch = std::make_shared<CommittedBatch>(pump_.step());
            post_([deliver = deliver_, batch] { deliver(std::move(*batch)); });
        }
    } catch (...) {
        failed_(std::current_exception());
    }
}

}  // namespace canteen
