/**
 * For every promise of a workflow the engine's library keeps where it was made, each line of that looked up in the
 * source map: a third of all the time a worker spends in workflow code. So many lines still say where a fault is.
 * Loaded before the engine freezes what workflows share.
 */
Error.stackTraceLimit = 4;
