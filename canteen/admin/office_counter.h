// The office's words and frames that come over the admin socket: given to the writer or the office desk, and answered
// in words. I/O thread.
#pragma once

#include <functional>

#include "canteen/admin/admin_message.h"
#include "canteen/admin/office_words.h"
#include "canteen/reports/query_service.h"

namespace canteen {

class OfficeCounter {
public:
    using Reply = std::function<void(AdminReply)>;

    // Both outlive it.
    OfficeCounter(Engine& engine, Post post, QueryService& desk)
        : engine_(engine), post_(std::move(post)), desk_(desk) {}

    // words: as office_words.h reads them.
    // `by`: who asks.
    void words(const Actor& by, const std::vector<std::string>& words, Reply reply);
    // One frame of `canteen.v1.json`, a command or a query, with the office's rights; the answer is such a frame.
    void frame(const Actor& by, const std::string& json, Reply reply);

private:
    void give(const Actor& by, CommandBody body, Reply reply);
    void ask(const Actor& by, QueryBody query, Reply reply);
    // Part by part, until all are there.
    void list_claims(const Actor& by, ClaimId after, ClaimsListed before, Reply reply);
    void reject(const Actor& by, const RejectByPickup& asked, Reply reply);
    void merge(const Actor& by, const MergeByNumbers& asked, Reply reply);

    Engine& engine_;
    Post post_;
    QueryService& desk_;
};

}  // namespace canteen
