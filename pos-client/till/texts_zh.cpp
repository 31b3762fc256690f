// Chinese.
#include <iterator>
#include <utility>

#include "pos-client/till/texts.h"

namespace canteen::till {

namespace {

constexpr std::pair<const char*, const char*> sentences[] = {
    {"refused.busy", "服务器忙，订单已存在本机等待。"},
    {"refused.storage_low", "服务器存储空间不足，订单已存在本机等待。"},
    {"refused.out_of_order", "服务器在等待更早的一笔（序号 {expected}）。"},
    {"refused.key_reused", "命令编号被重复用于其他内容。"},
    {"refused.not_permitted", "收银台无权执行此操作（{command}）。"},
    {"refused.client_newer", "收银程序比服务器新，服务器不认识 {path}。"},
    {"refused.malformed", "服务器无法读取（{path}：{what}）。"},
    {"refused.chain_broken", "本机订单链与服务器不一致。"},
    {"refused.ask_expired", "服务器未能及时答复。"},
    {"refused.order_exists", "该订单号已属于另一订单。"},
    {"refused.pickup_number_used", "取餐号 {number} 今日已使用。"},
    {"refused.order_unknown", "服务器没有此订单。"},
    {"refused.menu_unknown", "本餐次没有菜单。"},
    {"refused.menu_changed", "菜单已更新（版本 {version}）。"},
    {"refused.meal_closed", "本餐次供应时间为 {from} 至 {to}。"},
    {"refused.dish_unknown", "菜单上没有菜品 {dish}。"},
    {"refused.line_invalid", "第 {line} 行有误：{what}。"},
    {"refused.member_unknown", "没有此会员号。"},
    {"refused.price_changed", "价格有变，请告知顾客新价格。"},
    {"refused.sold_out", "菜品 {dish} 已售完（剩余 {left}）。"},
    {"refused.tender_mismatch", "应付 {due|yuan} 元，实付 {given|yuan} 元。"},
    {"refused.account_short", "账户余额为 {balance|yuan} 元。"},
    {"refused.order_cancelled", "订单已取消。"},
    {"refused.order_expired", "订单保留超时，已失效。"},
    {"refused.already_handed_over", "订单已取餐。"},
    {"refused.not_on_ticket", "厨单上没有这一行。"},
    {"refused.not_ready", "订单尚未做好。"},
    {"refused.amount_invalid", "数量或金额无效。"},
    {"refused.device_unknown", "服务器不认识此设备。"},
    {"refused.letters_taken", "这些字母已分配给其他收银台。"},
    {"refused.already_paid", "订单已付款。"},
    {"refused.scheme_older", "已有更新的补贴方案。"},
    {"refused.nothing_to_import", "没有可导入的内容。"},
    {"listed.oversold", "菜品 {dish} 多售 {amount}。"},
    {"listed.right_already_used", "{scheme} 的补贴资格已被使用，食堂承担 {fen|yuan} 元。"},
    {"listed.price_differs", "实收 {charged|yuan} 元，应为 {expected|yuan} 元。"},
    {"listed.account_short", "余额不足，差 {missing|yuan} 元。"},
    {"listed.member_unknown", "会员不存在。"},
    {"listed.outside_hours", "在供餐时间以外销售。"},
    {"listed.clock_doubtful", "收银机时钟不可信，以收到时间为准。"},
    {"listed.cancelled_before_sale", "订单已取消，但已收款。"},
    {"listed.statement_differs", "实际销售与已接受的订单不同。"},
    {"listed.pickup_number_used", "取餐号重复。"},
    {"listed.menu_unknown", "该餐次没有菜单。"},
    {"listed.dish_unknown", "菜单上没有菜品 {dish}。"},
    {"trouble.chain_broken", "本机订单链与服务器不一致，请联系管理员。"},
    {"trouble.outbox_behind", "服务器上有本机没有的后续订单，请联系管理员。"},
    {"trouble.entries_missing", "服务器缺少本机已不再保存的订单，请联系管理员。"},
    {"trouble.signature_wrong", "服务器不接受本机密钥，请重新配对。"},
    {"trouble.device_unknown", "服务器不认识本机，请重新配对。"},
    {"trouble.revoked", "本机已被停用。"},
    {"trouble.protocol_too_old", "收银程序版本过旧。"},
    {"trouble.too_slow", "连接过慢。"},
    {"trouble.hello_late", "握手超时。"},
    {"trouble.malformed", "服务器无法读取本机消息。"},
    {"trouble.replaced", "同一收银台已在别处连接。"},
    {"trouble.not_permitted", "服务器不允许此设备作为收银台连接。"},
    {"trouble.client_newer", "收银程序比服务器新。"},
    {"till.paired", "已配对：{name}，取餐号字母 {letters}。"},
    {"till.queued",
     "QUEUED {pickup}：餐费 {food|yuan}，配送费 {fee|yuan}，补贴 {shares|yuan}，应付 {to_pay|yuan} 元。"},
    {"till.committed", "COMMITTED({seq}) {pickup}"},
    {"till.stated", "未及时收到答复：{pickup} 已售出，稍后上报服务器。"},
    {"till.refused", "REFUSED {pickup}：{why}"},
    {"till.new_sums", "新价格：餐费 {food|yuan}，应付 {to_pay|yuan} 元。"},
    {"till.offline", "服务器不可用，订单已存在本机等待上报。"},
    {"till.waiting", "{count} 笔等待上报。"},
    {"till.waiting_line", "  序号 {number}：{kind} {pickup}"},
    {"till.kind_ask", "请求中的销售"},
    {"till.kind_statement", "已完成的销售"},
    {"till.kind_cancellation", "取消"},
    {"till.noticed", "{count} 笔服务器处理结果不同："},
    {"till.noticed_line", "  {pickup}：{what}"},
    {"till.dismissed", "已清除。"},
    {"till.cancelled", "CANCELLED({seq}) {pickup}"},
    {"till.cancel_refused", "{pickup} 未取消：{why}"},
};

}  // namespace

const Catalogue& texts_zh() {
    static const Catalogue texts(std::begin(sentences), std::end(sentences));
    return texts;
}

}  // namespace canteen::till
