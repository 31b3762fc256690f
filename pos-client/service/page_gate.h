// Lets browsers in to the tills of this process, each to the till its cookie was made for. Loop's thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "canteen/app/attempt_limit.h"
#include "canteen/app/connection_gate.h"
#include "pos-client/service/served_till.h"

namespace canteen::till {

class PageGate final : public ConnectionGate {
public:
    // The tills outlive it. `hosts` are the names, without port, by which browsers may call us. While some till is away
    // it is not healthy: that till's page must not take itself for one that nobody knows.
    PageGate(std::vector<ServedTill*> tills, std::vector<std::string> hosts, bool some_are_away);

    std::unique_ptr<SessionHandle> admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) override;
    bool knows_host(const std::string& host) const override;
    // GET and HEAD of /healthz, POST /enrol; anything else is 404.
    void handle(const HttpRequest& request, std::function<void(HttpReply)> reply) override;

private:
    HttpReply redeem(const HttpRequest& request);
    ServedTill* till_of(const std::string& cookie) const;

    std::vector<ServedTill*> tills_;
    std::vector<std::string> hosts_;
    const bool some_are_away_;
    AttemptLimit wrong_codes_;
};

}  // namespace canteen::till
