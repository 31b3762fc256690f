#include "pos-client/core/news.h"

namespace canteen::till {
namespace {

struct QuestionOf {
    Question operator()(const SaleQueued& n) const { return n.draft.id; }
    Question operator()(const SaleCommitted& n) const { return n.order; }
    Question operator()(const SaleRefused& n) const { return n.order; }
    Question operator()(const SaleStated& n) const { return n.order; }
    Question operator()(const CancelCommitted& n) const { return n.command; }
    Question operator()(const CancelRefused& n) const { return n.command; }
    Question operator()(const RefundCommitted& n) const { return n.refund; }
    Question operator()(const RefundRefused& n) const { return n.refund; }
    Question operator()(const FactCommitted& n) const { return n.command; }
    Question operator()(const FactRefused& n) const { return n.command; }
};

}  // namespace

Question question_of(const News& news) {
    return std::visit(QuestionOf{}, news);
}

}  // namespace canteen::till
