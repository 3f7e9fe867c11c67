/** QuickBooks Online: its lists, its reports, and its template for imports. */
import type { CustomerField } from '../fields.ts'
import type { Program, Shape } from './program.ts'

export const quickBooks: Program = {
  customers: [
    {
      marks: ['customer', 'billingstreet'],
      columns: customersBy('customer'),
    },
    {
      marks: ['customerfullname', 'billaddress'],
      columns: customersBy('customerfullname'),
    },
    { marks: ['name', 'streetaddress', 'zip'], columns: customersBy('name') },
  ],
  invoices: [
    {
      marks: ['invoiceno', 'customer', 'invoicedate'],
      columns: {
        invoiceno: 'number',
        customer: 'customer',
        invoicedate: 'issued_on',
        duedate: 'due_on',
        itemproductservice: 'item',
        itemname: 'item',
        itemdescription: 'description',
        itemquantity: 'quantity',
        itemrate: 'unit_price',
        itemamount: 'line_amount',
        itemtaxamount: 'tax_amount',
        memo: 'notes',
        currency: 'currency',
      },
    },
    {
      marks: ['num', 'date', 'duedate', 'openbalance'],
      columns: {
        transactiontype: 'transaction_type',
        num: 'number',
        name: 'customer',
        customer: 'customer',
        customerfullname: 'customer',
        date: 'issued_on',
        duedate: 'due_on',
        amount: 'line_amount',
        openbalance: 'balance',
        memodescription: 'description',
        currency: 'currency',
      },
    },
    {
      marks: ['date', 'no', 'customer', 'amount', 'status'],
      columns: {
        type: 'transaction_type',
        date: 'issued_on',
        no: 'number',
        customer: 'customer',
        duedate: 'due_on',
        balance: 'balance',
        amount: 'line_amount',
        status: 'status',
        memo: 'description',
        currency: 'currency',
      },
    },
  ],
  items: [
    {
      marks: ['productservicename'],
      columns: {
        productservicename: 'name',
        salesdescription: 'description',
        sku: 'code',
        salesprice: 'unit_price',
        salespricerate: 'unit_price',
        taxable: 'taxed',
      },
    },
  ],
}

function customersBy(name: string): Shape<CustomerField>['columns'] {
  return {
    [name]: 'name',
    company: 'company',
    companyname: 'company',
    firstname: 'first_name',
    lastname: 'last_name',
    email: 'email',
    phone: 'phone',
    phonenumbers: 'phone',
    mobile: 'mobile',
    billingstreet: 'address',
    billaddress: 'address',
    streetaddress: 'address',
    billingcity: 'city',
    city: 'city',
    billingstate: 'state',
    state: 'state',
    billingzip: 'postal_code',
    zip: 'postal_code',
    billingcountry: 'country',
    country: 'country',
    taxresaleno: 'tax_id',
    resalenumber: 'tax_id',
  }
}
