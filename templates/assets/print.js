// Without this script the same link opens the PDF.
addEventListener('click', (event) => {
  if (!event.target.closest?.('[data-print]')) return
  event.preventDefault()
  print()
})
