// The server's time: held for small backward steps of the host, never read inside the rules. Any thread may call now().
#pragma once

#include "canteen/domain/time.h"

namespace canteen {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() = 0;
};

}  // namespace canteen
