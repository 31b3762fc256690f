// Work on the writer's connection that is no command: done between two batches on the writer's thread, and told on the
// I/O thread. It decides nothing, so nothing that goes wrong in it ends the process.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "canteen/app/writer/inbox.h"
#include "canteen/app/writer/writer_thread.h"
#include "canteen/engine/report_thread.h"

namespace canteen {

// Runs `work` on the writer; an exception it throws becomes failed(error). False: too much waits, nothing was taken,
// and neither `told` nor `failed` is called.
template <class Result, class Work>
bool run_on_writer(Inbox& inbox, const Post& post, Work work, std::function<void(Result)> told,
                   std::function<Result(const std::exception&)> failed) {
    auto tell = std::make_shared<std::function<void(Result)>>(std::move(told));
    return inbox.offer([post, work = std::move(work), tell, failed = std::move(failed)](Store& store, Writer& writer) {
        auto result = std::make_shared<Result>([&]() -> Result {
            try {
                return work(store, writer);
            } catch (const std::exception& error) {
                return failed(error);
            }
        }());
        post([tell, result] { (*tell)(std::move(*result)); });
    });
}

// Runs work that needs no writer, on the thread that reads long reports; an exception it throws becomes failed(error).
// False: too much waits, nothing was taken.
template <class Result, class Work>
bool run_beside(const Background& background, const Post& post, Work work, std::function<void(Result)> told,
                std::function<Result(const std::exception&)> failed) {
    auto tell = std::make_shared<std::function<void(Result)>>(std::move(told));
    return background([post, work = std::move(work), tell, failed = std::move(failed)] {
        auto result = std::make_shared<Result>([&]() -> Result {
            try {
                return work();
            } catch (const std::exception& error) {
                return failed(error);
            }
        }());
        post([tell, result] { (*tell)(std::move(*result)); });
    });
}

}  // namespace canteen
