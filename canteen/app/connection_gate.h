// The application as net/ knows it: net/ pumps bytes between sockets and these. All calls on the I/O thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/app/message.h"

namespace canteen {

// One WebSocket as the session sees it. Outlives the session.
class FrameSink {
public:
    virtual ~FrameSink() = default;
    // Queues a frame; frames are gathered into one socket write. A queue over its limit closes the socket as too slow.
    virtual void send(std::shared_ptr<const std::string> frame) = 0;
    // Closes after what is queued was written. `code` is a WebSocket close code.
    virtual void close(std::uint16_t code, std::string reason) = 0;
    // False once half of the queue's limit is used: frames that can wait are sent after SessionHandle::on_writable.
    virtual bool has_room() const { return true; }
    // The peer showed who it is: the limit of its address no longer counts it.
    virtual void known() {}
};

// One connected client; lives from upgrade to close.
class SessionHandle {
public:
    virtual ~SessionHandle() = default;
    virtual void on_frame(std::string_view frame) = 0;
    virtual void on_timer(std::chrono::steady_clock::time_point now) = 0;  // about once a second
    virtual void on_writable() {}                                          // the queue was emptied
};

struct Visitor {
    std::string remote;  // address, for limits and logs
    std::string host;    // Host header, without port
    std::string origin;  // Origin header, "" if absent
    std::string cookie;  // the value of the device cookie, "" if absent
    Encoding encoding = Encoding::binary;
    std::string authority = {};  // Host header as it came, with its port
    bool over_tls = false;
};

struct HttpRequest {
    std::string method;
    std::string target;  // path without query
    std::string body;
    std::string content_type;
    std::string host;
    std::string origin;
    std::string remote;
    bool over_tls = false;       // a TLS front said so
    std::string authority = {};  // Host header as it came, with its port
    bool from_here = false;      // this machine itself asks, and nobody through a front
};

struct HttpReply {
    unsigned status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body;
    std::string set_cookie;  // "" for none
    std::string location;    // of a redirect
};

class ConnectionGate {
public:
    virtual ~ConnectionGate() = default;
    // The session of an upgraded connection, or null with why (a short reason for a 403).
    virtual std::unique_ptr<SessionHandle> admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) = 0;
    // True for a name of ours, without port; anybody else's page gets nothing here.
    virtual bool knows_host(const std::string& /*host*/) const { return true; }
    // A connection was turned away before it came this far; `why` is a word of the program.
    virtual void note_refused(const std::string& /*remote*/, const std::string& /*why*/) {}
    // Routes that are not files: /healthz, /metrics, /enrol. `reply` is called once, on the I/O thread.
    virtual void handle(const HttpRequest& request, std::function<void(HttpReply)> reply) = 0;
};

}  // namespace canteen
