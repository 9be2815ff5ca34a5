package archive

import "runtime/debug"

// guarded reads what lies in mapped files. Where one of them was cut short since it was
// opened, or its disk gives it no more, the system stops whoever reads that with a fault,
// which would end the process; here it is the error of this reading alone.
//
// Whatever the read starts in other goroutines must not read mapped bytes.
func guarded(name string, read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch v := recover().(type) {
		case nil:
		case interface{ Addr() uintptr }: // a fault, as debug.SetPanicOnFault tells of it
			err = damaged(name, "cut short while it was read")
		default:
			panic(v)
		}
	}()
	return read()
}
