//! Tests over HTTP, through the router, on both engines.
