'use strict';

// Shows what the kiosk says, and says so when it says nothing more. Never blank.
const view = document.getElementById('view');
const trouble = document.getElementById('trouble');

function follow() {
  const source = new EventSource('/display/events');
  let last = Date.now();
  const alive = () => {
    last = Date.now();
    trouble.hidden = true;
  };
  const again = () => {
    clearInterval(watch);
    source.close();
    trouble.hidden = false;
    setTimeout(follow, 3000);
  };
  const watch = setInterval(() => {
    if (Date.now() - last > 40000) {
      again();
    }
  }, 5000);
  source.addEventListener('view', (event) => {
    alive();
    const before = view.querySelector('[data-number]')?.dataset.number;
    view.innerHTML = event.data;
    const newest = view.querySelector('[data-number]');
    if (newest && newest.dataset.number !== before) {
      newest.classList.add('fresh');
    }
  });
  source.addEventListener('tick', alive);
  source.onerror = again;
}

follow();
