// Shows the messages that our server sends.
addEventListener('push', (event) => {
  const { title } = event.data.json();
  event.waitUntil(registration.showNotification(title));
});
