// Time and chance in the hands of a test. One thread.
#pragma once

#include "canteen/app/clock.h"
#include "canteen/crypto/random.h"

namespace canteen::testing {

class FakeClock final : public Clock {
public:
    explicit FakeClock(Timestamp start) : now_(start) {}
    Timestamp now() override { return now_; }
    std::chrono::steady_clock::time_point steady() override { return steady_; }
    // Sets the clock as a person does: it runs on from there, and the steady one is not touched.
    void set(Timestamp now) { now_ = now; }
    // Lets time pass for limits alone.
    void let_limits_pass(std::chrono::milliseconds by) { steady_ += by; }
    void advance(std::chrono::milliseconds by) {
        now_ = now_ + by;
        steady_ += by;
    }

private:
    Timestamp now_;
    std::chrono::steady_clock::time_point steady_;
};

// Makes the same bytes for the same seed, on every machine.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(next() >> 56);
    }
    // SplitMix64.
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        auto z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_;
};

}  // namespace canteen::testing
