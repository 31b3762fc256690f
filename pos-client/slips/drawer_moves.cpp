#include "pos-client/slips/drawer_moves.h"

namespace canteen::till {

std::string word_of(DrawerMove move, const Slip& slip) {
    switch (move) {
        case DrawerMove::opening_float:
            return slip.word("paper.float");
        case DrawerMove::pay_in:
            return slip.word("paper.pay_in");
        case DrawerMove::pay_out:
            return slip.word("paper.pay_out");
        case DrawerMove::safe_drop:
            return slip.word("paper.safe_drop");
        case DrawerMove::no_sale:
            return slip.word("paper.no_sale");
    }
    return {};
}

}  // namespace canteen::till
