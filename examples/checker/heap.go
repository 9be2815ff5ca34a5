package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is how large the heap of a command may grow, in bytes, before
// anything is collected.
const firstCollection = 32 << 20

// holdCollector puts the first collection off until the heap has that size; from then on
// the collector works as ever. It would run for the first time at 4 MB: to check one
// report against one speech takes hardly more, and a tenth of the time was the
// collector's. Who sets GOGC has it as it is set.
func holdCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const usual, smallestHeap = 100, 4 << 20
	debug.SetGCPercent(usual * firstCollection / smallestHeap)
	first := new(*int) // the first collection finds that nobody needs it
	runtime.AddCleanup(first, func(usual int) { debug.SetGCPercent(usual) }, usual)
}
