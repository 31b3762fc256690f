// Marks of a document that is printed again, or later than it should have been. Pure; any thread.
#pragma once

#include "canteen/domain/base/time.h"
#include "pos-client/paper/document.h"

namespace canteen::till {

// A drawer opens for the sale that is at hand, never later by itself.
Document without_drawer(Document document);

// Says COPY above, and below when it was copied and when the document was made. Opens no drawer.
Document as_copy(Document document, Timestamp made_at, Timestamp now);

// Says LATE above, and how long the document waited.
Document as_late(Document document, Timestamp made_at, Timestamp now);

}  // namespace canteen::till
