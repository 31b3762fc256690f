// Languages that guests, cashiers, cooks and the office read. A value.
#pragma once

namespace canteen {

enum class Language { zh, en };

}  // namespace canteen
