// Lets a loop go on until something has happened.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <stdexcept>

#include "canteen/net/io_loop.h"

namespace canteen::till::test {

// Generous: only a broken program ever waits this long.
inline constexpr std::chrono::seconds patience_of_tests{60};

// Throws if it does not happen.
template <class Done>
void run_until(IoLoop& loop, Done done) {
    const auto end = std::chrono::steady_clock::now() + patience_of_tests;
    while (!done()) {
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error("nothing happened");
        loop.context().run_one_for(patience_of_tests);
    }
}

}  // namespace canteen::till::test
