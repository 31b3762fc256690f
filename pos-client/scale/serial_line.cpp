#include "pos-client/scale/serial_line.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace canteen::till {
namespace {

constexpr std::pair<std::uint32_t, speed_t> speeds[] = {{1200, B1200},   {2400, B2400},    {4800, B4800},
                                                        {9600, B9600},   {19200, B19200},  {38400, B38400},
                                                        {57600, B57600}, {115200, B115200}};

[[noreturn]] void fail(int error, const std::string& path) {
    throw std::system_error(error, std::generic_category(), path);
}

speed_t speed_of(std::uint32_t baud, const std::string& path) {
    for (const auto& [number, speed] : speeds)
        if (number == baud) return speed;
    fail(EINVAL, path);
}

// Raw: no echo, no line editing, no signal, and nothing waits for a modem.
termios as_wanted(termios line, const SerialSettings& settings, speed_t speed) {
    ::cfmakeraw(&line);
    line.c_cflag &= ~static_cast<tcflag_t>(CSIZE | PARENB | PARODD | CSTOPB | CRTSCTS);
    line.c_cflag |= CLOCAL | CREAD | (settings.data_bits == 7 ? CS7 : CS8);
    if (settings.parity != Parity::none) line.c_cflag |= PARENB;
    if (settings.parity == Parity::odd) line.c_cflag |= PARODD;
    if (settings.data_bits == 7) line.c_iflag |= ISTRIP;
    ::cfsetispeed(&line, speed);
    ::cfsetospeed(&line, speed);
    return line;
}

}  // namespace

int open_serial(const std::string& path, const SerialSettings& settings) {
    const auto speed = speed_of(settings.baud, path);
    const int file = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) fail(errno, path);
    termios line{};
    if (::tcgetattr(file, &line) == 0) {
        line = as_wanted(line, settings, speed);
        if (::tcsetattr(file, TCSANOW, &line) == 0) return file;
    }
    const int error = errno;
    ::close(file);
    fail(error, path);
}

}  // namespace canteen::till
