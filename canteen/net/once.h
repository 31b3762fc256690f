// A callable to be called at most once; unlike std::function it may hold what cannot be copied.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace canteen {

class Once {
public:
    Once() = default;
    template <class Work, class = std::enable_if_t<!std::is_same_v<std::decay_t<Work>, Once>>>
    explicit Once(Work&& work) : work_(std::make_unique<Holding<std::decay_t<Work>>>(std::forward<Work>(work))) {}

    // Does nothing if it was called or is empty. Empties itself before the work runs, which may put in the next.
    void operator()() {
        if (auto work = std::exchange(work_, nullptr)) work->run();
    }

    explicit operator bool() const { return work_ != nullptr; }

private:
    struct Held {
        virtual ~Held() = default;
        virtual void run() = 0;
    };
    template <class Work>
    struct Holding final : Held {
        template <class From>
        explicit Holding(From&& from) : work(std::forward<From>(from)) {}
        void run() override { work(); }
        Work work;
    };
    std::unique_ptr<Held> work_;
};

}  // namespace canteen
