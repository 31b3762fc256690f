// A line of this machine whose other end the test holds, as a printer or a scale would.
#pragma once

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace canteen::till::test {

class PseudoTerminal {
public:
    PseudoTerminal() : held_(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK)) {
        if (held_ < 0 || ::grantpt(held_) != 0 || ::unlockpt(held_) != 0)
            throw std::runtime_error("no pseudo-terminal");
        path_ = ::ptsname(held_);
        line_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY);  // stays open, so that the line is never hung up
        termios settings{};
        ::tcgetattr(line_, &settings);
        ::cfmakeraw(&settings);
        ::tcsetattr(line_, TCSANOW, &settings);
    }
    ~PseudoTerminal() {
        ::close(line_);
        ::close(held_);
    }
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;

    const std::string& path() const { return path_; }
    void say(std::string_view bytes) const {
        if (::write(held_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            throw std::runtime_error("the pseudo-terminal took nothing");
    }
    // Returns what came and was not heard before.
    std::string hear() const {
        std::string bytes(4096, '\0');
        const auto came = ::read(held_, bytes.data(), bytes.size());
        bytes.resize(came > 0 ? static_cast<std::size_t>(came) : 0);
        return bytes;
    }
    termios settings() const {
        termios settings{};
        ::tcgetattr(line_, &settings);
        return settings;
    }

private:
    int held_, line_ = -1;
    std::string path_;
};

}  // namespace canteen::till::test
