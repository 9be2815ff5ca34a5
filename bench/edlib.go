//go:build edlib

package bench

// #cgo LDFLAGS: -ledlib -lstdc++
// #include <stdlib.h>
// #include <edlib.h>
import "C"

import "unsafe"

// An edlibText is a text that edlib searches.
type edlibText struct {
	s *C.char
	n C.int
}

func newEdlibText(s string) edlibText { return edlibText{C.CString(s), C.int(len(s))} }

func (t edlibText) free() { C.free(unsafe.Pointer(t.s)) }

// find looks for a quote with at most so many hundredths of its letters changed, and
// gives the first place with the fewest, both ends.
func (t edlibText) find(quote string, share int) (start, end int, ok bool) {
	q := C.CString(quote)
	defer C.free(unsafe.Pointer(q))
	r := C.edlibAlign(q, C.int(len(quote)), t.s, t.n,
		C.edlibNewAlignConfig(C.int(share*len(quote)/100), C.EDLIB_MODE_HW, C.EDLIB_TASK_LOC, nil, 0))
	defer C.edlibFreeAlignResult(r)
	if r.numLocations == 0 {
		return 0, 0, false
	}
	return int(*r.startLocations), int(*r.endLocations) + 1, true
}
