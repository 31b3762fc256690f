#include "pos-client/paper/qr.h"

#include <qrencode.h>

#include <memory>

namespace canteen::till {

std::optional<Bitmap> qr_code(std::string_view payload) {
    if (payload.empty() || payload.size() > max_qr_bytes) return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(payload.size()), reinterpret_cast<const unsigned char*>(payload.data()), 0,
                          QR_ECLEVEL_M),
        QRcode_free);
    if (!code) return std::nullopt;
    Bitmap modules(code->width, code->width);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1) modules.blacken(x, y);
    return modules;
}

}  // namespace canteen::till
