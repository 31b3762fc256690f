#include "pos-client/slips/drawer_moves.h"

namespace canteen::till {

std::string word_of(SlipMove move, const Slip& slip) {
    switch (move) {
        case SlipMove::opening_float:
            return slip.word("paper.float");
        case SlipMove::pay_in:
            return slip.word("paper.pay_in");
        case SlipMove::pay_out:
            return slip.word("paper.pay_out");
        case SlipMove::safe_drop:
            return slip.word("paper.safe_drop");
        case SlipMove::no_sale:
            return slip.word("paper.no_sale");
    }
    return {};
}

}  // namespace canteen::till
