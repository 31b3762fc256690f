// Where queries are answered; the server implements it over files, the writer's connection and readers of its own.
#pragma once

#include <functional>

#include "canteen/app/query.h"
#include "canteen/domain/model/command.h"

namespace canteen {

class QueryHandler {
public:
    virtual ~QueryHandler() = default;
    // Called on the I/O thread for an actor that may ask this; `told` is called once, on the I/O thread, perhaps later.
    // A Document comes whole: its sender cuts it into parts.
    virtual void answer(const Actor& actor, const QueryBody& query, std::function<void(QueryResult)> told) = 0;
};

}  // namespace canteen
