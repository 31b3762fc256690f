// A client's queries on their way to the desk and back: only what its role may ask, a bounded number at a time, and
// files in parts that fit a frame. Owned by its session; I/O thread.
#pragma once

#include <memory>

#include "canteen/app/feeds/hub.h"
#include "canteen/app/query_handler.h"

namespace canteen {

inline constexpr std::size_t max_open_queries = 8;  // of one client; beyond them: busy
// The most bytes of a file that is sent: in JSON's base64 it must find room in a client's queue beside the feeds. A
// larger one is fetched by the command line.
inline constexpr std::size_t max_sent_document_bytes = max_waiting_frame_bytes / 2;
inline constexpr std::size_t max_listed_details = 200;  // findings and rejected lines in one list of claims

class Questions {
public:
    // `desk` null: nobody answers here. Hub and desk outlive every answer.
    Questions(Hub& hub, QueryHandler* desk, SessionId session)
        : hub_(hub), desk_(desk), session_(session), open_(std::make_shared<std::size_t>(0)) {}

    // Told once, also if the session has gone by then: the hub drops it.
    void ask(const Actor& actor, Query query);
    void refuse(std::uint64_t id, Rejection why);

private:
    Hub& hub_;
    QueryHandler* desk_;
    SessionId session_;
    std::shared_ptr<std::size_t> open_;
};

}  // namespace canteen
